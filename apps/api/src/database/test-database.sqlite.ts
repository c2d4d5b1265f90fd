/** A database for a test: here a file in the folder that the test has anyway. */

/** Whether one connection is all that the engine has. */
export const ALONE = false
export async function databaseFor(_address: string | undefined) {
  return { address: '', drop: async () => undefined }
}
