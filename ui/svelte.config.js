/** Runes everywhere; a warning of the compiler is an error of `npm run check`. */
export default { compilerOptions: { runes: true } };
