import type { Reference, Source } from '../indicator.ts'
import { SPEECH } from '../speech.ts'

const { title, date } = SPEECH
const SPOKEN: Reference = date === undefined ? { title } : { title, date }

export function speech(quote: string): Source {
  return { quote, reference: SPOKEN }
}

export const CONTROLS_2008: Source = {
  reference: {
    title: {
      zh: '工业项目建设用地控制指标（国土资发〔2008〕24号）',
      en: 'Control indicators for the land of industrial projects, 2008 edition',
    },
    date: '2008',
    issuer: '国土资源部',
  },
}

export const CONTROLS_2023: Source = {
  reference: {
    title: {
      zh: '工业项目建设用地控制指标（2023年）',
      en: 'Control indicators for the land of industrial projects, 2023 edition',
    },
    date: '2023',
    issuer: '自然资源部',
  },
}

export const PER_MU: Source = {
  reference: {
    title: {
      zh: '“亩均效益”综合评价（台州市黄岩区，2021、2022年度）',
      en: 'Per-mu performance evaluation (Huangyan, Taizhou, 2021 and 2022)',
    },
  },
}

export const TDT_1029: Source = {
  reference: {
    title: {
      zh: '开发区土地集约利用评价规程（TD/T 1029）',
      en: 'Regulations for evaluating intensive land use in development zones (TD/T 1029)',
    },
  },
}

export const LAND_CLASSES: Source = {
  reference: {
    title: {
      zh: '城市用地分类与规划建设用地标准（GB 50137-2011）',
      en: 'Code for classification of urban land use (GB 50137-2011)',
    },
    date: '2011',
  },
}

export const COUPLING: Source = {
  reference: {
    title: {
      zh: '国内耦合协调度模型的误区及修正（王淑佳等，自然资源学报 36 卷，793 页）',
      en: 'Wang et al., J. Nat. Resour. 36: 793, on the errors in coupling coordination models',
    },
    date: '2021',
  },
}

export const CERVERO: Source = {
  reference: {
    title: {
      zh: 'Cervero, Jobs-housing balance revisited',
      en: 'Cervero, Jobs-housing balance revisited',
    },
    date: '1996',
  },
}
