/** Stored with every computed result, so that last year's number can be recomputed by last year's rule. Raise it with any change of an outcome. */
export const rulesVersion = '2025.1'
