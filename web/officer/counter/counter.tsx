export function Counter() {
  return <p>…</p>;
}
