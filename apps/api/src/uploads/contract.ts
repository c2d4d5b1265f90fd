import { createRoute, z } from '@hono/zod-openapi'
import { Policy, Reading, Upload, UploadKind, UploadPage } from '../contract.ts'
import { csv, json } from '../http/routes.ts'

const params = z.object({ id: z.string().max(60) })
const tags = ['uploads']

const body = {
  body: { content: { 'application/json': { schema: Reading } }, required: false },
} as const

export const sendUpload = createRoute({
  tags,
  method: 'post',
  path: '/uploads',
  summary: 'Upload a file',
  description:
    'The body is the bytes of the file, or multipart/form-data with one part named “file”. With ' +
    '`Prefer: wait=60` the answer waits for the outcome.',
  request: {
    query: z.object({
      name: z.string().max(300).optional(),
      period: z.string().max(20).optional(),
      mode: z.enum(['commit', 'preview']).optional(),
      encoding: z.string().max(20).optional(),
      delimiter: z.string().max(4).optional(),
      sheet: z.string().max(100).optional().openapi({ description: 'of a workbook' }),
      kind: UploadKind.optional(),
      policy: Policy.optional(),
      mapping: z.string().max(80).optional().openapi({
        description: 'id of a mapping; “none”: not even a remembered one',
      }),
    }),
  },
  responses: {
    200: json(Upload, 'a preview is ready, or these bytes are already committed'),
    201: json(Upload, 'committed'),
    202: json(Upload, 'not finished yet'),
  },
})

export const listUploads = createRoute({
  tags,
  method: 'get',
  path: '/uploads',
  summary: 'Uploads, newest first',
  request: {
    query: z.object({
      limit: z.coerce.number().int().min(1).max(200).optional(),
      cursor: z.string().max(60).optional(),
    }),
  },
  responses: { 200: json(UploadPage, 'a page of uploads') },
})

export const getUpload = createRoute({
  tags,
  method: 'get',
  path: '/uploads/{id}',
  summary: 'One upload',
  request: { params },
  responses: { 200: json(Upload, 'the upload') },
})

export const previewUpload = createRoute({
  tags,
  method: 'post',
  path: '/uploads/{id}/preview',
  summary: 'Read the file again with other choices, without committing',
  request: { params, ...body },
  responses: { 200: json(Upload, 'read'), 202: json(Upload, 'still being read') },
})

export const commitRoute = createRoute({
  tags,
  method: 'post',
  path: '/uploads/{id}/commit',
  summary: 'Make a preview into a layer of the data',
  request: { params, ...body },
  responses: { 200: json(Upload, 'committed'), 202: json(Upload, 'still being read') },
})

export const withdrawRoute = createRoute({
  tags,
  method: 'delete',
  path: '/uploads/{id}',
  summary: 'Withdraw: what lay below is uncovered',
  description:
    'A file that is still waiting or being read is stopped, and nothing of it stays; a preview is ' +
    'discarded; a layer of the data is hidden and can be restored.',
  request: { params },
  responses: { 200: json(Upload, 'withdrawn') },
})

export const restoreRoute = createRoute({
  tags,
  method: 'post',
  path: '/uploads/{id}/restore',
  summary: 'Undo a withdrawal: the layer counts again, at its old place in the order',
  request: { params },
  responses: { 200: json(Upload, 'committed again') },
})

export const problemsCsv = createRoute({
  tags,
  method: 'get',
  path: '/uploads/{id}/problems.csv',
  summary: 'All problems of a file',
  request: { params },
  responses: { 200: csv('UTF-8 with BOM') },
})

export const originalFile = createRoute({
  tags,
  method: 'get',
  path: '/uploads/{id}/file',
  summary: 'The original bytes',
  request: { params },
  responses: {
    200: {
      description: 'the file as it came',
      content: { 'application/octet-stream': { schema: z.string() } },
    },
  },
})

export const uploadEvents = createRoute({
  tags,
  method: 'get',
  path: '/uploads/{id}/events',
  summary: 'Progress as server-sent events',
  request: { params },
  responses: {
    200: {
      description: 'events named “progress”, each an Upload',
      content: { 'text/event-stream': { schema: z.string() } },
    },
  },
})
