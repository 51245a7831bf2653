const fromRight = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
// Addresses of pages and of mail, telephone numbers and other numbers of several groups.
const keepsOrder = /((?:https?:\/\/|www\.)\S+|[^\s@،؛]+@[^\s@،؛]+\.[\w-]+|\+?\d[\d \u00a0/().-]*\d)/u;

/**
 * Words that somebody wrote, inside an element with `dir="auto"`. In a script that is read from the right, numbers of several
 * groups and addresses would be put in the other order; they keep their own.
 */
export function Written({ text }: { text: string }) {
  if (!fromRight.test(text)) return text;
  return text.split(keepsOrder).map((piece, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the order is the identity
      <bdi key={index} dir="ltr">
        {piece}
      </bdi>
    ) : (
      piece
    ),
  );
}
