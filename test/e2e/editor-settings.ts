/** Settings of the editor under test: nothing in it but what is tested. */
export const settings = {
  'workbench.startupEditor': 'none',
  'security.workspace.trust.enabled': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'editor.minimap.enabled': false,
  'window.commandCenter': false,
  'update.mode': 'none',
  'editor.inlineSuggest.enabled': false,
  'files.hotExit': 'off',
  'git.enabled': false,
  'workbench.tips.enabled': false,
  'extensions.ignoreRecommendations': true,
};
