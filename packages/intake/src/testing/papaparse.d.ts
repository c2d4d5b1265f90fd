declare module 'papaparse' {
  const papa: {
    parse(text: string, config: { delimiter: string; newline: string }): { data: string[][] }
  }
  export default papa
}
