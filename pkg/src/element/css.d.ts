/** A style sheet as text; the build minifies it. */
declare module "*.css" {
  const text: string;
  export default text;
}
