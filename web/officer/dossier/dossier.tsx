export function DossierRoom() {
  return <p>…</p>;
}
