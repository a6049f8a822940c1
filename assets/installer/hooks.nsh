; The office's data may be the only copy: uninstalling never removes it, whatever is ticked.
; The tick removes what the WebView keeps for itself (zoom, cache) and nothing else.
!macro NSIS_HOOK_PREUNINSTALL
  ${If} $DeleteAppDataCheckboxState = 1
    SetShellVarContext current
    RMDir /r "$LOCALAPPDATA\${BUNDLEID}\EBWebView"
    StrCpy $DeleteAppDataCheckboxState 0
  ${EndIf}
!macroend
