// Text files are bundled as their text.
declare module "*.txt" {
  const text: string;
  export default text;
}
