/** Colours by meaning: roles, levels, steps, metrics, thresholds and severities apart, wherever they are named. */
import { type AstNode, AstUtils } from 'langium';
import { AbstractSemanticTokenProvider, type SemanticTokenAcceptor } from 'langium/lsp';
import { SemanticTokenModifiers, SemanticTokenTypes } from 'vscode-languageserver-protocol';
import { isStep } from '../generated/ast.js';

export class SopSemanticTokens extends AbstractSemanticTokenProvider {
  protected override highlightElement(node: AstNode, acceptor: SemanticTokenAcceptor): void {
    const type = tokenType(node);
    if (type && 'name' in node && typeof node.name === 'string' && node.name !== '') {
      acceptor({ node, property: 'name', type, modifier: [SemanticTokenModifiers.declaration] });
    }
    for (const { reference } of AstUtils.streamReferences(node)) {
      const target = 'ref' in reference ? reference.ref : undefined;
      const targetType = target && tokenType(target);
      if (targetType && reference.$refNode) {
        const standard = AstUtils.findRootNode(target).$document?.uri.scheme === 'sop-library';
        acceptor({
          cst: reference.$refNode,
          type: targetType,
          ...(standard && { modifier: [SemanticTokenModifiers.defaultLibrary] }),
        });
      }
    }
  }
}

function tokenType(node: AstNode): string | undefined {
  if (isStep(node)) return SemanticTokenTypes.function;
  return types.get(node.$type);
}

const types = new Map<string, string>([
  ['Header', SemanticTokenTypes.namespace],
  ['Variant', SemanticTokenTypes.namespace],
  ['Role', SemanticTokenTypes.class],
  ['Team', SemanticTokenTypes.interface],
  ['Level', SemanticTokenTypes.struct],
  ['Resolution', SemanticTokenTypes.struct],
  ['Closure', SemanticTokenTypes.struct],
  ['Trigger', SemanticTokenTypes.event],
  ['Deadline', SemanticTokenTypes.event],
  ['Metric', SemanticTokenTypes.variable],
  ['Threshold', SemanticTokenTypes.macro],
  ['Severity', SemanticTokenTypes.enum],
  ['Choice', SemanticTokenTypes.enumMember],
  ['Channel', SemanticTokenTypes.property],
  ['Template', SemanticTokenTypes.property],
  ['Calendar', SemanticTokenTypes.property],
  ['Source', SemanticTokenTypes.property],
]);
