/** The part of jStat that is used here; the package ships no types. */
declare module 'jstat' {
  const jstat: {
    readonly studentt: {
      /** Quantile of Student's t for a probability (0–1) and real degrees of freedom > 0. */
      inv(probability: number, degreesOfFreedom: number): number
    }
  }
  export default jstat
}
