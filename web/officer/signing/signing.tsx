export function Signing() {
  return <p>…</p>;
}
