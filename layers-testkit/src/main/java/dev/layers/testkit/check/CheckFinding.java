package dev.layers.testkit.check;

import dev.layers.preflight.Finding;

/**
 * One thing that somebody has to do something about.
 *
 * @param rule what found it: the rule of a preflight, or the part of the check
 */
record CheckFinding(String rule, String where, String found, String wanted, String advice) {
    static CheckFinding of(Finding finding) {
        return new CheckFinding(
                finding.rule().id(), finding.where(), finding.found(), finding.wanted(), finding.advice());
    }

    /** Returns it as one sentence. */
    String text() {
        return rule + " " + where + ": " + found + "; wanted " + wanted + "; " + advice;
    }
}
