import { useEffect, useState } from 'react'

/** A value once it has stood still for a moment: what is typed is not asked about letter by letter. */
export function useSettled<Value>(value: Value, restMs = 350): Value {
  const text = JSON.stringify(value)
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), restMs)
    return () => clearTimeout(timer)
  }, [text, restMs])
  return JSON.parse(settled) as Value
}
