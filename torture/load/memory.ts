import { readFileSync } from 'node:fs'

const read = (pid: number, name: 'VmRSS' | 'VmHWM') => {
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8')
  return Number(new RegExp(`${name}:\\s+(\\d+)`, 'u').exec(status)?.[1] ?? 0) / 1024
}

/** MB that a process holds now; Linux only. */
export const memoryOf = (pid: number) => read(pid, 'VmRSS')

/** The most MB that a process has held; Linux only. */
export const peakOf = (pid: number) => read(pid, 'VmHWM')
