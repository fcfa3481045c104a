export function WorkflowRoom({ procedure }: { readonly procedure: string }) { return <h1>{procedure}</h1>; }
