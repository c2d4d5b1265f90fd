/** The invented zones of the synthetic city: who they are, and what is usual in their industry. */

export interface Range {
  readonly low: number
  readonly high: number
}

export interface Profile {
  readonly ecosystem: string
  readonly places: readonly string[]
  readonly industries: readonly string[]
  /** 万元/亩 a year. */
  readonly tax: Range
  /** 万元/亩, cumulative. */
  readonly investment: Range
  /** 万元/亩 a year. */
  readonly output: Range
  readonly valueAddedShare: Range
  /** Of revenue. */
  readonly research: Range
  /** 万元 of value added per person, tce and tonne. */
  readonly perPerson: Range
  readonly perEnergy: Range
  readonly perPollutant: Range
  /** 万元/亩. */
  readonly landPrice: Range
  readonly requiredIntensity: number
}

const range = (low: number, high: number): Range => ({ low, high })

export const PROFILES: readonly Profile[] = [
  {
    ecosystem: '电子信息',
    places: '星澜 云启 光屿 数汀 联岚 微澜 晶湾 启明 霁川 弦月 量谷 织网 曜石 霖芯'.split(' '),
    industries: '集成电路 新型显示 智能终端 软件服务'.split(' '),
    tax: range(11, 28),
    investment: range(250, 520),
    output: range(420, 1000),
    valueAddedShare: range(0.2, 0.27),
    research: range(0.025, 0.065),
    perPerson: range(26, 45),
    perEnergy: range(5, 12),
    perPollutant: range(5000, 14000),
    landPrice: range(28, 60),
    requiredIntensity: 350,
  },
  {
    ecosystem: '装备制造',
    places: '铸锋 腾岳 驰原 砺石 鸿轮 擎峰 翼平 坚桥 锐锚 飞梭 轨澜 匠塬 动能 远辙'.split(' '),
    industries: '航空装备 轨道交通 汽车制造 智能装备'.split(' '),
    tax: range(9, 24),
    investment: range(210, 470),
    output: range(360, 860),
    valueAddedShare: range(0.22, 0.29),
    research: range(0.018, 0.045),
    perPerson: range(20, 36),
    perEnergy: range(3, 7),
    perPollutant: range(3000, 9000),
    landPrice: range(22, 48),
    requiredIntensity: 300,
  },
  {
    ecosystem: '医药健康',
    places: '杏汀 百草 仁泽 康屿 晴岚 苓川 和畅 润生 芷湾 清霁 安橘 本草 初晴'.split(' '),
    industries: '生物医药 医疗器械 现代中药 健康服务'.split(' '),
    tax: range(12, 29),
    investment: range(220, 490),
    output: range(300, 760),
    valueAddedShare: range(0.3, 0.4),
    research: range(0.03, 0.09),
    perPerson: range(25, 44),
    perEnergy: range(4, 9),
    perPollutant: range(3500, 10000),
    landPrice: range(25, 55),
    requiredIntensity: 320,
  },
  {
    ecosystem: '新型材料',
    places: '玄石 锦砾 白榆 硅岩 炭原 琉光 青釉 熔川 纤云 复岭 镁湖 钛峰 棱镜'.split(' '),
    industries: '先进陶瓷 化工新材料 高性能纤维 再生资源'.split(' '),
    tax: range(8, 19),
    investment: range(170, 420),
    output: range(280, 820),
    valueAddedShare: range(0.18, 0.25),
    research: range(0.01, 0.03),
    perPerson: range(22, 40),
    perEnergy: range(0.9, 2.6),
    perPollutant: range(900, 3200),
    landPrice: range(16, 36),
    requiredIntensity: 250,
  },
  {
    ecosystem: '绿色食品',
    places: '稻香 禾田 麦浪 橙湾 茗坡 菌语 蔬原 果岭 膳源 谷雨 甘霖 乳泉'.split(' '),
    industries: '食品加工 饮料酿造 冷链物流 调味品'.split(' '),
    tax: range(8, 17),
    investment: range(150, 330),
    output: range(250, 620),
    valueAddedShare: range(0.22, 0.3),
    research: range(0.005, 0.018),
    perPerson: range(13, 24),
    perEnergy: range(2.5, 6),
    perPollutant: range(1200, 4200),
    landPrice: range(14, 30),
    requiredIntensity: 200,
  },
]

export interface Zone {
  readonly number: number
  readonly code: string
  readonly name: string
  readonly place: string
  readonly type: string
  readonly industry: string
  readonly districts: string
  readonly profile: Profile
}

const TYPES = ['先进制造型', '先进制造型', '创新研发型', '产城融合型']
const DISTRICTS = [
  '示范一区',
  '示范二区',
  '示范三区',
  '示范四区',
  '示范五区',
  '示范六区',
  '示范七区',
]

const pick = (list: readonly string[], at: number) => list[at % list.length] ?? ''

function districtsOf(number: number): string {
  const own = pick(DISTRICTS, number)
  return number % 9 === 4 ? `${own}、${pick(DISTRICTS, number + 1)}` : own
}

export const ZONES: readonly Zone[] = PROFILES.flatMap((profile) =>
  profile.places.map((place) => ({ profile, place })),
).map(({ profile, place }, index) => ({
  number: index + 1,
  code: `SF${String(index + 1).padStart(3, '0')}`,
  name: `示范·${place}产业功能区`,
  place,
  type: pick(TYPES, index),
  industry: pick(profile.industries, index),
  districts: districtsOf(index),
  profile,
}))

export const zoneAt = (place: string): Zone => {
  const zone = ZONES.find((one) => one.place === place)
  if (!zone) throw new Error(`No zone ${place}`)
  return zone
}
