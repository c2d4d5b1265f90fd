import { createRandom, type Random } from './random.ts'
import type { Range, Zone } from './zones.ts'

/** What a zone has and does in a year, by field id. Money in 万元, land in 亩, floors in 万m². */
export type Figures = Readonly<Record<string, number>>

export const YEARS = [2019, 2020, 2021, 2022, 2023, 2024] as const

const SEED = 66_2019
const MU_PER_KM2 = 1500
const M2_PER_MU = 2000 / 3
/** Buildings alone, of what buildings, structures and yards stand on. */
const BASE_SHARE = 0.8

const TAX_CLIMATE = [1, 0.93, 1.02, 0.96, 1.04, 1.07]
const OUTPUT_CLIMATE = [1, 0.97, 1.07, 1.1, 1.15, 1.19]

/** What stays with a zone over the years: each a share of its range, or a ratio. */
interface Nature {
  area: number
  starter: number
  supplied: number
  growth: number
  investment: number
  investmentGrowth: number
  tax: number
  output: number
  valueAddedShare: number
  research: number
  perPerson: number
  perEnergy: number
  perPollutant: number
  landPrice: number
  starterBuilt: number
  starterStrength: number
  firms: number
  ratios: Record<string, number>
  uses: readonly number[]
}

const USES = [
  'residential',
  'public-service',
  'commercial',
  'logistics',
  'transport',
  'utility',
  'green',
] as const
const USE_SHARES = [0.3, 0.1, 0.12, 0.1, 0.2, 0.05, 0.13]

/** A value of the range: good zones are good at most things, yet not at all. */
function within({ low, high }: Range, quality: number, random: Random) {
  return low + (high - low) * (0.55 * quality + 0.45 * random.unit())
}

function natureOf({ profile, number }: Zone, random: Random): Nature {
  const quality = random.bell()
  const take = (range: Range) => within(range, quality, random)
  return {
    area: random.between(8, 52),
    starter: number % 7 === 3 ? random.between(3.5, 6) : random.between(0.8, 2.6),
    supplied: random.between(0.06, 0.16),
    growth: random.between(0.008, 0.05),
    investment: take(profile.investment) * 0.88,
    investmentGrowth: random.between(0.015, 0.06),
    tax: take(profile.tax),
    output: take(profile.output) * 0.93,
    valueAddedShare: take(profile.valueAddedShare),
    research: take(profile.research) * 0.9,
    perPerson: take(profile.perPerson) * 0.9,
    perEnergy: take(profile.perEnergy) * 0.9,
    perPollutant: take(profile.perPollutant) * 0.9,
    landPrice: take(profile.landPrice) * 0.92,
    starterBuilt: random.between(0.3, 0.72),
    starterStrength: random.between(0.75, 1.5),
    firms: Math.floor(quality * random.between(0, 16)),
    ratios: ratiosOf(random),
    uses: USE_SHARES.map((share) => share * random.between(0.25, 1.75)),
  }
}

function ratiosOf(random: Random): Record<string, number> {
  return {
    ready: random.between(1.06, 1.6),
    built: random.between(0.7, 0.94),
    idle: random.unit() < 0.2 ? 0 : random.between(0.002, 0.075),
    office: random.between(0.025, 0.088),
    plot: random.between(0.62, 1.75),
    coverage: random.between(0.29, 0.57),
    factories: random.between(0.03, 0.3),
    buildings: random.between(0.01, 0.16),
    revenue: random.between(0.94, 1.08),
    purchases: random.between(0.52, 0.68),
    local: random.between(0.14, 0.6),
    jobs: random.between(1.02, 1.16),
    housing: random.between(0.5, 1.7),
    family: random.between(1.6, 2.2),
    covered: random.between(0.42, 0.88),
    manufacturing: random.between(1.02, 1.2),
    surroundings: random.between(0.5, 1.3),
  }
}

const ratio = (nature: Nature, name: string) => nature.ratios[name] ?? 1

function landOf(nature: Nature, year: number): Figures {
  const zoneArea = nature.area
  const supplied = zoneArea * MU_PER_KM2 * nature.supplied * (1 + nature.growth) ** year
  const built = Math.min(0.985, ratio(nature, 'built') + 0.012 * year)
  const starterBuilt = Math.min(0.97, nature.starterBuilt + 0.055 * year)
  const land: Record<string, number> = {
    'zone-area': zoneArea,
    'starter-zone-area': nature.starter,
    'starter-zone-built-area': nature.starter * starterBuilt,
    'supplied-land': supplied,
    'ready-land': supplied * (ratio(nature, 'ready') - 0.01 * year),
    'built-land': supplied * built,
    'industrial-storage-land': supplied * built * (0.5 + 0.25 * ratio(nature, 'built')),
    'idle-land': supplied * ratio(nature, 'idle'),
    'office-land': supplied * ratio(nature, 'office'),
    'land-use-manufacturing': supplied * ratio(nature, 'manufacturing'),
  }
  for (const [at, use] of USES.entries()) {
    land[`land-use-${use}`] = supplied * ratio(nature, 'surroundings') * (nature.uses[at] ?? 0)
  }
  return land
}

function floorsOf(nature: Nature, land: Figures, year: number): Figures {
  const supplied = land['supplied-land'] ?? 0
  const site = (supplied * M2_PER_MU) / 10_000
  const plot = ratio(nature, 'plot') + 0.012 * year
  const floor = site * plot
  const industrial = ((land['industrial-storage-land'] ?? 0) * M2_PER_MU) / 10_000
  return {
    'floor-area': floor,
    'industrial-floor-area': industrial * plot * 0.92,
    'building-footprint': site * ratio(nature, 'coverage'),
    'building-base-area': site * ratio(nature, 'coverage') * BASE_SHARE,
    'standard-factory-area': floor * ratio(nature, 'factories') * (1 + 0.05 * year),
    'specialised-building-area': floor * ratio(nature, 'buildings') * (1 + 0.07 * year),
  }
}

interface Wobble {
  tax: number
  output: number
  other: number
}

function moneyOf(zone: Zone, nature: Nature, { land, year, wobble }: YearOf): Figures {
  const supplied = land['supplied-land'] ?? 0
  const intensity = nature.investment * (1 + nature.investmentGrowth) ** year
  const before = nature.investment * (1 + nature.investmentGrowth) ** (year - 1)
  const invested = supplied * intensity
  const output = supplied * nature.output * (OUTPUT_CLIMATE[year] ?? 1) * wobble.output
  const revenue = output * ratio(nature, 'revenue')
  const purchases = output * ratio(nature, 'purchases')
  const strength = (output / supplied) * nature.starterStrength
  return {
    'fixed-asset-investment': invested,
    'annual-investment': invested - (supplied / (1 + nature.growth)) * before,
    'required-investment-intensity': zone.profile.requiredIntensity + (year >= 3 ? 20 : 0),
    'land-price': nature.landPrice * (1 + 0.02 * year),
    tax: supplied * nature.tax * (TAX_CLIMATE[year] ?? 1) * wobble.tax,
    output,
    'value-added': output * nature.valueAddedShare * wobble.other,
    revenue,
    'rd-expenditure': revenue * nature.research * (1 + 0.03 * year) * wobble.other,
    'local-purchases': purchases * (ratio(nature, 'local') + 0.012 * year),
    purchases,
    'starter-zone-production': (strength * MU_PER_KM2 * nature.starter) / 10_000,
  }
}

function peopleOf(nature: Nature, money: Figures, year: number): Figures {
  const added = money['value-added'] ?? 0
  const employees = added / (nature.perPerson * (1 + 0.03 * year))
  const jobs = employees * ratio(nature, 'jobs')
  const living = jobs * ratio(nature, 'housing') * (1 + 0.02 * year)
  const residents = living * ratio(nature, 'family')
  return {
    employees,
    energy: added / (nature.perEnergy * (1 + 0.035 * year)),
    pollutants: added / (nature.perPollutant * (1 + 0.06 * year)),
    'top500-firms': nature.firms + Math.floor(year / 2),
    jobs,
    'employed-residents': living,
    residents,
    'residents-covered': residents * Math.min(0.97, ratio(nature, 'covered') + 0.018 * year),
  }
}

interface YearOf {
  land: Figures
  year: number
  wobble: Wobble
}

/** The figures of a zone for every year of {@link YEARS}; the same on every machine. */
export function figuresOf(zone: Zone): readonly Figures[] {
  const random = createRandom(SEED + zone.number * 7919)
  const nature = natureOf(zone, random)
  return YEARS.map((_, year) => {
    const wobble = {
      tax: random.between(0.88, 1.12),
      output: random.between(0.93, 1.07),
      other: random.between(0.96, 1.04),
    }
    const land = landOf(nature, year)
    const money = moneyOf(zone, nature, { land, year, wobble })
    const floors = floorsOf(nature, land, year)
    return { ...land, ...floors, ...money, ...peopleOf(nature, money, year) }
  })
}
