/**
 * References to objects on the other side of the boundary: generated classes whose frames tell on a stack where a call is.
 *
 * <p>A service reference is the host's stable handle on one provider. Its call sites lead to the <em>entries</em> of the
 * generation that serves, or to a refusal, and a {@link dev.layers.internal.reference.Line} turns those of a module
 * together. An entry holds its provider as a constant and asks the {@link dev.layers.internal.reference.Gate} of its
 * generation; turned back there, the call is made anew, where the reference leads by now. Nothing is counted: see {@code
 * dev.layers.internal.drain}.
 *
 * <p>What merely crosses gets a {@link dev.layers.internal.reference.Crossing}, which goes one {@link
 * dev.layers.internal.reference.Way} over the boundary and is cut with its generation. None of them holds anything of a
 * module that is gone.
 */
package dev.layers.internal.reference;
