import { defineField } from './define.ts'

export const LIFE_FIELDS = [
  defineField({
    id: 'jobs',
    zh: '就业岗位数',
    en: 'jobs',
    unit: '人',
    kind: 'stock',
    aliases: '就业岗位|岗位数|岗位数量|提供就业岗位|提供就业岗位数|number of jobs|total jobs',
  }),
  defineField({
    id: 'employed-residents',
    zh: '居住就业人口',
    en: 'employed residents',
    unit: '人',
    kind: 'stock',
    aliases: '就业居民|就业居民数|常住就业人口|居住地就业人口|working residents',
    caveat: {
      zh: '居住在区内的就业者，不论在何处上班。',
      en: 'Working people who live in the zone, wherever they work.',
    },
  }),
  defineField({
    id: 'residents',
    zh: '常住人口',
    en: 'residents',
    unit: '人',
    kind: 'stock',
    aliases:
      '人口|常住人口数|年末常住人口|居民|居民数|居民人数|居住人口|population|resident population',
  }),
  defineField({
    id: 'residents-covered',
    zh: '15分钟生活圈覆盖人口',
    en: 'residents covered',
    unit: '人',
    kind: 'stock',
    aliases:
      '生活圈覆盖人口|15分钟生活圈覆盖常住人口|15分钟社区生活圈覆盖人口|十五分钟生活圈覆盖人口|覆盖人口|residents within 15 minutes',
  }),
]
