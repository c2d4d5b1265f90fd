/** Does one thing after the other, in the order asked: a change made while another runs waits. */
export function inTurn(): (task: () => Promise<void>) => Promise<void> {
  let last = Promise.resolve()
  return (task) => {
    last = last.then(task, task)
    return last
  }
}
