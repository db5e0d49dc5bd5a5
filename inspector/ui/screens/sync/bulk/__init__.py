"""按规则批量裁定: choose a rule, see what it would settle, settle it in one act."""
