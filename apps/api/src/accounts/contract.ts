import { createRoute, z } from '@hono/zod-openapi'
import {
  Key,
  MadeKey,
  MadePerson,
  Me,
  MyChange,
  NewKey,
  NewPerson,
  OneTimePassword,
  Person,
  PersonChange,
  Settings,
  Setup,
} from '../contract.ts'
import { json } from '../http/routes.ts'

const tags = ['accounts']
const params = z.object({ id: z.string().max(80) })
const body = <T extends z.ZodType>(schema: T) => ({
  content: { 'application/json': { schema } },
  required: true,
})
const gone = (description: string) => ({ 204: { description } })

export const getMe = createRoute({
  tags,
  method: 'get',
  path: '/me',
  summary: 'Who asks, and what they may do',
  responses: { 200: json(Me, 'always answered; `person` is null where nobody is signed in') },
})

export const changeMe = createRoute({
  tags,
  method: 'patch',
  path: '/me',
  summary: 'Another name for oneself',
  request: { body: body(MyChange) },
  responses: { 200: json(Me, 'oneself') },
})

export const checkSetup = createRoute({
  tags,
  method: 'get',
  path: '/setup',
  summary: 'Whether a token opens the set-up',
  request: { query: z.object({ token: z.string().max(200).default('') }) },
  responses: gone('it does; without the right token, and ever after the set-up, 404'),
})

export const runSetup = createRoute({
  tags,
  method: 'post',
  path: '/setup',
  summary: 'Make the first administrator, and sign in',
  request: { body: body(Setup) },
  responses: { 201: json(Me, 'made and signed in') },
})

export const listPeople = createRoute({
  tags,
  method: 'get',
  path: '/people',
  summary: 'Everybody who has an account',
  responses: { 200: json(z.array(Person), 'in the order in which they got it') },
})

export const addPerson = createRoute({
  tags,
  method: 'post',
  path: '/people',
  summary: 'Make an account; its password is good for one sign-in',
  request: { body: body(NewPerson) },
  responses: { 201: json(MadePerson, 'the person, and the password, once') },
})

export const changePerson = createRoute({
  tags,
  method: 'patch',
  path: '/people/{id}',
  summary: 'Another name, role or zones; disabled people lose sessions and keys',
  request: { params, body: body(PersonChange) },
  responses: { 200: json(Person, 'the person') },
})

export const removePerson = createRoute({
  tags,
  method: 'delete',
  path: '/people/{id}',
  summary: 'Take an account away; the name stays in histories',
  request: { params },
  responses: gone('it is gone'),
})

export const resetPassword = createRoute({
  tags,
  method: 'post',
  path: '/people/{id}/password',
  summary: 'A new password for somebody, good for one sign-in; their sessions end',
  request: { params },
  responses: { 200: json(OneTimePassword, 'the password, once') },
})

export const listKeys = createRoute({
  tags,
  method: 'get',
  path: '/keys',
  summary: 'One’s own keys; an administrator sees all',
  responses: { 200: json(z.array(Key), 'the newest first') },
})

export const addKey = createRoute({
  tags,
  method: 'post',
  path: '/keys',
  summary: 'Make a key for a program: Authorization: Bearer …',
  request: { body: body(NewKey) },
  responses: { 201: json(MadeKey, 'the key, once') },
})

export const endKey = createRoute({
  tags,
  method: 'delete',
  path: '/keys/{id}',
  summary: 'End a key at once',
  request: { params },
  responses: gone('it is gone'),
})

export const getSettings = createRoute({
  tags,
  method: 'get',
  path: '/settings',
  summary: 'What an administrator has set',
  responses: { 200: json(Settings, 'the settings') },
})

export const putSettings = createRoute({
  tags,
  method: 'put',
  path: '/settings',
  summary: 'Set whether everybody may read, or only people with an account',
  request: { body: body(Settings) },
  responses: { 200: json(Settings, 'the settings') },
})
