/** The workspace that a server works in. */
export const WORKSPACE = 'main'

/** Who acts on a server without accounts. */
export const LOCAL_PERSON = 'local'

/** Who acts where no person does. */
export const SERVER = 'server'
