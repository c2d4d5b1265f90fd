/** A database for a test: here a file in the folder that the test has anyway. */
export async function databaseFor(_address: string | undefined) {
  return { address: '', drop: async () => undefined }
}
