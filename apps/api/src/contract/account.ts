import { z } from '@hono/zod-openapi'

/** People, what they may do, and the keys of their programs. */

export const PERMISSIONS = ['read', 'upload', 'edit', 'administer'] as const
export const ROLES = ['viewer', 'uploader', 'editor', 'administrator'] as const
export const KEY_SCOPES = ['data:read', 'ingest:write'] as const
export const PASSWORD_LENGTH = { min: 12, max: 128 } as const

export const Permission = z.enum(PERMISSIONS)
export const PersonRole = z.enum(ROLES)
export const KeyScope = z.enum(KEY_SCOPES)
export const ReadingSetting = z.enum(['open', 'closed'])

const name = z.string().trim().min(1).max(80)
const email = z.string().trim().toLowerCase().max(200).pipe(z.email())
const zones = z
  .array(z.string().min(1).max(200))
  .max(10_000)
  .nullable()
  .openapi({ description: 'ids of the zones that an uploader may write; null means all' })

export const Me = z
  .object({
    person: z
      .object({
        id: z.string(),
        name: z.string(),
        email: z.string(),
        role: PersonRole,
        zones,
        mustChangePassword: z
          .boolean()
          .openapi({ description: 'until another password is chosen nothing else is allowed' }),
        hasPassword: z.boolean().openapi({ description: 'false: signs in by a provider only' }),
        createdAt: z.string(),
      })
      .nullable(),
    local: z.boolean().openapi({
      description: 'on this machine, and no account was made: everything is allowed',
    }),
    reading: ReadingSetting,
    can: z.array(Permission),
    oidc: z.array(z.object({ id: z.string(), name: z.string() })),
  })
  .openapi('Me')

export const MyChange = z.object({ name }).openapi('MyChange')

export const SignIn = z
  .object({ email: z.string().max(200), password: z.string().max(1000) })
  .openapi('SignIn')

export const PasswordChange = z
  .object({
    currentPassword: z.string().max(1000),
    newPassword: z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max),
  })
  .openapi('PasswordChange')

export const Setup = z
  .object({
    token: z.string().max(200),
    name,
    email,
    password: z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max),
  })
  .openapi('Setup')

export const Person = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: PersonRole,
    zones,
    disabled: z.boolean(),
    mustChangePassword: z.boolean(),
    hasPassword: z.boolean(),
    createdAt: z.string(),
    lastSeenAt: z.string().nullable().openapi({ description: 'of a session, to the day' }),
  })
  .openapi('Person')

export const NewPerson = z
  .object({ name, email, role: PersonRole, zones: zones.default(null) })
  .openapi('NewPerson')

export const PersonChange = z
  .object({
    name: name.optional(),
    role: PersonRole.optional(),
    zones: zones.optional(),
    disabled: z.boolean().optional(),
  })
  .openapi('PersonChange')

export const OneTimePassword = z
  .object({
    password: z
      .string()
      .openapi({ description: 'shown once; must be changed at the next sign-in' }),
  })
  .openapi('OneTimePassword')

export const MadePerson = OneTimePassword.extend({ person: Person }).openapi('MadePerson')

export const Key = z
  .object({
    id: z.string(),
    name: z.string(),
    start: z.string().openapi({ description: 'its first letters', example: 'izm_4f9c2a' }),
    person: z.object({ id: z.string(), name: z.string() }),
    scopes: z.array(KeyScope),
    createdAt: z.string(),
    expiresAt: z.string().nullable(),
    lastUsedAt: z.string().nullable().openapi({ description: 'to the minute' }),
  })
  .openapi('Key')

export const NewKey = z
  .object({
    name,
    scopes: z.array(KeyScope).min(1).max(KEY_SCOPES.length),
    expiresAt: z.iso
      .datetime({ offset: true })
      .nullable()
      .default(null)
      .openapi({ description: 'in the future; null: never' }),
  })
  .openapi('NewKey')

export const MadeKey = Key.extend({
  key: z.string().openapi({ description: 'shown once; only its hash is kept' }),
}).openapi('MadeKey')

export const Settings = z.object({ reading: ReadingSetting }).openapi('Settings')

export type Permission = z.infer<typeof Permission>
export type PersonRole = z.infer<typeof PersonRole>
export type KeyScope = z.infer<typeof KeyScope>
export type ReadingSetting = z.infer<typeof ReadingSetting>
export type Me = z.infer<typeof Me>
export type SignIn = z.infer<typeof SignIn>
export type PasswordChange = z.infer<typeof PasswordChange>
export type Setup = z.infer<typeof Setup>
export type Person = z.infer<typeof Person>
export type NewPerson = z.infer<typeof NewPerson>
export type PersonChange = z.infer<typeof PersonChange>
export type MadePerson = z.infer<typeof MadePerson>
export type Key = z.infer<typeof Key>
export type NewKey = z.infer<typeof NewKey>
export type MadeKey = z.infer<typeof MadeKey>
export type Settings = z.infer<typeof Settings>
