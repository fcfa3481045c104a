export function Dossiers() {
  return <p>…</p>;
}
