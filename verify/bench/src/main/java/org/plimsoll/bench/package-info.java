/// Benchmarks of the laboratory. Each checks what it computes before it takes a time, so that a
/// fast wrong answer is an error and never a figure.
@NullMarked
package org.plimsoll.bench;

import org.jspecify.annotations.NullMarked;
