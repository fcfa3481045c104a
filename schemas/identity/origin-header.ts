/** The header in which CloudFront shows that a request came through it, where a deployment has it before its API. */
export const ORIGIN_HEADER = 'x-origin-secret';
