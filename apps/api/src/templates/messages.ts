/** The words of the templates; headers are such as the intake reads back. */
export const TEXTS = {
  zh: {
    file: '亩均数据模板',
    data: '数据',
    notes: '说明',
    columns: ['园区代码', '园区', '年份'],
    rules: [
      '每行填写一个园区的一个年份；季度写作 2023Q1，月份写作 2023-01。',
      '没有数据的单元格留空，不要填 0；0 表示数值为零。',
      '列名括号内是单位；如用其他单位，请改写括号内的单位，系统会换算。',
      '园区代码可以不填；填写后按代码对应园区，否则按名称。',
    ],
    headings: ['指标', '单位', '性质', '含义', '也可写作'],
    kinds: { stock: '期末数', flow: '本期合计', ratio: '比率' },
    noUnit: '无',
  },
  en: {
    file: 'permu-template',
    data: 'Data',
    notes: 'Notes',
    columns: ['Zone code', 'Zone', 'Year'],
    rules: [
      'One row holds one zone in one year; write a quarter as 2023Q1 and a month as 2023-01.',
      'Leave a cell empty where there is no figure; 0 means that the figure is zero.',
      'The unit stands in brackets in the header; write another one there if you use it.',
      'The code of a zone may be left out; with it zones are matched by code, else by name.',
    ],
    headings: ['Field', 'Unit', 'Kind', 'Meaning', 'Also written as'],
    kinds: { stock: 'at the end of the period', flow: 'sum of the period', ratio: 'ratio' },
    noUnit: 'none',
  },
} as const
