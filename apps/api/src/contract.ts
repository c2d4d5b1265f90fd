/** Every shape that crosses HTTP, described once; routes and the web share the types. */
export * from './contract/answer.ts'
export * from './contract/catalogue.ts'
export * from './contract/common.ts'
export * from './contract/history.ts'
export * from './contract/mapping.ts'
export * from './contract/upload.ts'
