/** What the parser's library needs of newer JavaScript and Node 20 does not have yet. Must be imported first. */

function groupBy<Value>(values: Iterable<Value>, keyOf: (value: Value, index: number) => PropertyKey): object {
  const groups = new Map<PropertyKey, Value[]>();
  let index = 0;
  for (const value of values) {
    const key = keyOf(value, index++);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return Object.fromEntries(groups);
}

if (!Reflect.has(Object, 'groupBy')) {
  Reflect.defineProperty(Object, 'groupBy', { value: groupBy, writable: true, configurable: true, enumerable: false });
}
