/** How long a link to open a file works, in seconds. */
export const LINK_LIFE = 300;
