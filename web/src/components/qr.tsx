/** The QR picture the server drew, as an image: nothing in it is run. */
export function QrPicture({ svg, label }: { readonly svg: string; readonly label: string }) {
  return <img class="qr" alt={label} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} />;
}
