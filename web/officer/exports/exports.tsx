export function Exports() {
  return <p>…</p>;
}
