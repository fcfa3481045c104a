export function Administration() {
  return <p>…</p>;
}
