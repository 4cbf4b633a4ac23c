/** The part of jStat that is used here; the package ships no types. */
declare module 'jstat' {
  const jstat: {
    readonly studentt: {
      /** Quantile of Student's t for a probability (0–1) and real degrees of freedom > 0. */
      inv(probability: number, degreesOfFreedom: number): number
      /** Probability (0–1) of a value up to `value`. */
      cdf(value: number, degreesOfFreedom: number): number
    }
    /** Spearman's rank correlation of two lists of equal length, ties averaged; NaN when all values of a list are equal. */
    spearmancoeff(a: readonly number[], b: readonly number[]): number
  }
  export default jstat
}
