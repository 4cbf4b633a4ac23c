/** Stands in for a shim of old browsers: every browser that the console supports has this. */
export default Object.entries
