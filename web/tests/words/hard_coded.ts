// Sentences written into the pages' code instead of the catalogue.
import ts from 'typescript';

/** Attributes that are read by people, and the components' own that become such. */
const READ = new Set(['alt', 'aria-description', 'aria-label', 'aria-roledescription', 'aria-valuetext', 'label', 'placeholder', 'title',
  'text', 'hint', 'legend', 'heading', 'error']);
/** What is assigned to be read. */
const WRITTEN = new Set(['ariaLabel', 'innerText', 'placeholder', 'textContent', 'title']);
/** Not translated: the program's name. */
const NAMES = /\bQuorate\b/g;

const says = (text: string): boolean => /\p{L}/u.test(text.replace(NAMES, ''));

/** The texts that this expression can be, as far as they stand in the code: not what it calls or compares. */
function textsOf(node: ts.Node): readonly string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) {
    return [node.head.text, ...node.templateSpans.flatMap((span) => [span.literal.text, ...textsOf(span.expression)])];
  }
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (ts.isParenthesizedExpression(node) || ts.isJsxExpression(node)) return node.expression ? textsOf(node.expression) : [];
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    if (kind === ts.SyntaxKind.PlusToken) return [...textsOf(node.left), ...textsOf(node.right)];
    if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return textsOf(node.right);
    if (kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.QuestionQuestionToken) {
      return [...textsOf(node.left), ...textsOf(node.right)];
    }
  }
  return [];
}

function readOf(node: ts.Node): readonly string[] {
  if (ts.isJsxText(node)) return [node.text];
  if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) return textsOf(node);
  if (ts.isJsxAttribute(node) && node.initializer && READ.has(node.name.getText())) return textsOf(node.initializer);
  if (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isPropertyAccessExpression(node.left) &&
    WRITTEN.has(node.left.name.text)
  ) {
    return textsOf(node.right);
  }
  return [];
}

/** "line: text" of every text with letters that a person would read. */
export function hardCoded(code: string, path = 'a.tsx'): readonly string[] {
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    for (const text of readOf(node).filter(says)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${line + 1}: ${text.trim()}`);
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

/** The same for a page's HTML, where {{a.key}} stands for a sentence of the catalogue. */
export function hardCodedInPage(html: string): readonly string[] {
  const shown = html.replace(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>|\{\{[\w.]+\}\}/g, '');
  const attributes = [...shown.matchAll(/\s(?:alt|aria-label|placeholder|title)="([^"]*)"/g)].map(([, text = '']) => text);
  return [...attributes, ...shown.replace(/<[^>]*>/g, '\n').split('\n')].map((text) => text.trim()).filter(says);
}
