//! In which order?
//!
//! Everything that is sorted in this crate is sorted here: by a comparison that the caller gives, and where that says
//! nothing, in the original order. So ties are always broken the same way.
//!
//! A merge sort of our own, because the standard library's takes 1.1 kB of the download (measured, after brotli) and may panic
//! if a comparison contradicts itself; this one then just gives some order.

use std::cmp::Ordering;

/// The positions `0..length` in the order that `compare` puts them; equal ones stay in order.
///
/// ```
/// use empact_priorities::order::sorted;
///
/// let words = ["pear", "fig", "plum"];
/// assert_eq!(sorted(words.len(), &|a, b| words[a].len().cmp(&words[b].len())), [1, 0, 2]);
/// ```
#[inline(never)]
pub fn sorted(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut runs: Vec<usize> = (0..length).collect();
    for run in runs.chunks_mut(INSERTED) {
        insert_all(run, &|one, other| compare(*one, *other));
    }
    if length <= INSERTED {
        return runs;
    }
    let mut merged = Vec::with_capacity(length);
    // Sorted runs of `width` become sorted runs of twice that.
    let mut width = INSERTED;
    while width < length {
        for pair in runs.chunks(width * 2) {
            let (left, right) = pair.split_at_checked(width).unwrap_or((pair, &[]));
            let mut right = right.iter().copied().peekable();
            for position in left {
                while let Some(smaller) = right.next_if(|other| compare(*other, *position) == Ordering::Less) {
                    merged.push(smaller);
                }
                merged.push(*position);
            }
            merged.extend(right);
        }
        std::mem::swap(&mut runs, &mut merged);
        merged.clear();
        width *= 2;
    }
    runs
}

/// At most this many are sorted in place, which takes no memory.
const INSERTED: usize = 16;

/// Insertion sort: for few, or what is nearly in order.
pub(crate) fn insert_all<T>(items: &mut [T], compare: &dyn Fn(&T, &T) -> Ordering) {
    for end in 1..items.len() {
        for at in (1..=end).rev() {
            match items.get(at - 1..=at) {
                Some([before, this]) if compare(this, before) == Ordering::Less => items.swap(at - 1, at),
                _ => break,
            }
        }
    }
}

/// Sorts the items; equal ones stay in order.
///
/// ```
/// use empact_priorities::order::sort;
///
/// let mut hits = vec![("P1", 2.0), ("P7e", 3.0), ("GP1", 2.0)];
/// sort(&mut hits, &|one, other| f64::total_cmp(&other.1, &one.1));
/// assert_eq!(hits, [("P7e", 3.0), ("P1", 2.0), ("GP1", 2.0)]);
/// ```
pub fn sort<T>(items: &mut [T], compare: &dyn Fn(&T, &T) -> Ordering) {
    let swaps = swaps(items.len(), &|one, other| match (items.get(one), items.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    for (at, other) in swaps.into_iter().enumerate() {
        items.swap(at, other);
    }
}

/// By place: the one with which it is swapped, one after the other, to bring all into order.
#[inline(never)]
fn swaps(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places = sorted(length, compare);
    for at in 0..length {
        // What stood at a place before this one was swapped away, perhaps more than once. Each of these ways is followed for one item only.
        let mut from = places.get(at).copied().unwrap_or(at);
        while from < at {
            from = places.get(from).copied().unwrap_or(at);
        }
        if let Some(place) = places.get_mut(at) {
            *place = from;
        }
    }
    places
}

/// Natural order of texts: a run of digits by its number, ASCII letters ignoring case, everything else by code point. So dates as
/// `YYYY-MM-DD` and whole numbers are in their natural order; decimals and negative numbers are not.
///
/// ```
/// use empact_priorities::order::natural;
/// use std::cmp::Ordering;
///
/// assert_eq!(natural("part 9", "Part 10"), Ordering::Less);
/// assert_eq!(natural("2023-08-31", "2023-10-01"), Ordering::Less);
/// assert_eq!(natural("1.5", "1.25"), Ordering::Less); // 5 before 25
/// ```
pub fn natural(one: &str, other: &str) -> Ordering {
    let (mut one, mut other) = (one.as_bytes(), other.as_bytes());
    loop {
        let ([a, one_behind @ ..], [b, other_behind @ ..]) = (one, other) else { return one.len().cmp(&other.len()) };
        let (one_number, other_number) = (leading_number(one), leading_number(other));
        let order = if let (Some((a, one_behind)), Some((b, other_behind))) = (one_number, other_number) {
            (one, other) = (one_behind, other_behind);
            a.len().cmp(&b.len()).then(a.cmp(b))
        } else {
            (one, other) = (one_behind, other_behind);
            a.to_ascii_lowercase().cmp(&b.to_ascii_lowercase())
        };
        if order.is_ne() {
            return order;
        }
    }
}

/// The digits that a text begins with, without zeros before them, and what stands behind; `None` if it begins with none.
fn leading_number(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = text.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    let (digits, behind) = text.split_at_checked(end).filter(|(digits, _)| !digits.is_empty())?;
    let n_zeros = digits.iter().take_while(|digit| **digit == b'0').count();
    Some((digits.get(n_zeros..).unwrap_or_default(), behind))
}

#[cfg(test)]
mod tests {
    //! 1. The result is that of the standard library's stable sort.
    //! 2. A comparison that contradicts itself loses nothing and does not panic.
    //! 3. What has to move by one place takes no time (minutes, if each were looked for from the first place on).

    use super::*;
    use proptest::prelude::*;

    #[test]
    fn all_move_by_one() {
        let mut numbers: Vec<u32> = (1..400_000).chain([0]).collect();
        sort(&mut numbers, &|one, other| one.cmp(other));
        assert!((0..400_000).eq(numbers));
    }

    proptest! {
        #[test]
        fn agrees_with_a_stable_sort(keys in prop::collection::vec(0_u8..6, 0..40)) {
            let mut expected: Vec<(u8, usize)> = keys.iter().copied().zip(0..).collect();
            let mut found = expected.clone();
            expected.sort_by_key(|(key, _)| *key);
            sort(&mut found, &|one, other| one.0.cmp(&other.0));
            prop_assert_eq!(found, expected);
        }

        #[test]
        fn survives_nonsense(length in 0_usize..40, seed in any::<usize>()) {
            let orderings = [Ordering::Less, Ordering::Equal, Ordering::Greater];
            let mut found = sorted(length, &|one, other| orderings[(one * 31 + other * 17 + seed % 7) % 3]);
            found.sort_unstable();
            prop_assert_eq!(found, (0..length).collect::<Vec<_>>());
        }
    }
}
