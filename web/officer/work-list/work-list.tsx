export function WorkList() {
  return <p>…</p>;
}
