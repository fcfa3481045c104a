export function CalendarRoom() { return <h1>…</h1>; }
