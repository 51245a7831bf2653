/** As many megabytes as a file that comes back may have; the reader of XLIFF, which refuses more, stays on the server. */
export const mostMegabytes = 10;
