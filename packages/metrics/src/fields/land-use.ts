import { defineField } from './define.ts'

// The eight classes of urban construction land of GB 50137-2011: the fixed list that the mix is taken over.
const USES = `
R residential 居住用地 住宅用地|住宅用地面积
A public-service 公共管理与公共服务设施用地 公共管理与公共服务用地|公共服务设施用地|公共服务用地|公共服务用地面积
B commercial 商业服务业设施用地 商业服务业用地|商服用地|商业用地|商业用地面积
M manufacturing 现状工业用地 工业用地(M)|M类工业用地|工业用地(M类)
W logistics 物流仓储用地 仓储用地|仓储用地面积|物流用地|warehouse_land
S transport 道路与交通设施用地 道路用地|交通设施用地|道路交通用地|交通用地|road_land
U utility 公用设施用地 市政公用设施用地|市政设施用地|市政用地
G green 绿地与广场用地 绿地|绿地面积|绿化用地|绿地与广场|green_space
`

export const LAND_USE_FIELDS = USES.trim()
  .split('\n')
  .map((line) => {
    const [letter = '', use = '', zh = '', more = ''] = line.split(' ')
    const en = `${use.replace('-', ' ')} land`
    return defineField({
      id: `land-use-${use}`,
      zh: `${zh}面积`,
      en,
      unit: '亩',
      kind: 'stock',
      aliases: `${zh}|${zh}(${letter})|${letter}类用地|${letter}类用地面积|${en} area|${more}`,
    })
  })
