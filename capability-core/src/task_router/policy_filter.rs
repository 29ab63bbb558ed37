use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::{Value, json};

use crate::jwt::Object;
use crate::values::FilterName;

/// The fields that a request can have in its query or in its form, and which of them it must have.
///
/// Calling a setter again with the same name replaces the field.
///
/// ```
/// # extern crate twilio_capability_core as twilio_capability;
/// use twilio_capability::{FilterName, PolicyFilter};
///
/// const STATUS: FilterName = FilterName::from_static("ReservationStatus");
///
/// let filter = PolicyFilter::new().required(STATUS).optional("WorkerActivitySid".parse()?);
/// # Ok::<(), twilio_capability::StringError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
#[must_use = "a filter does nothing until a policy has it"]
pub struct PolicyFilter(BTreeMap<FilterName, bool>);

impl PolicyFilter {
    /// Creates a filter without fields, which a request of any form fits.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::PolicyFilter;
    ///
    /// assert!(PolicyFilter::new().iter().next().is_none());
    /// ```
    pub const fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// Adds a field that a request must have.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{FilterName, PolicyFilter};
    ///
    /// let filter = PolicyFilter::new().required(FilterName::from_static("ActivitySid"));
    /// assert_eq!(filter.iter().collect::<Vec<_>>(), [("ActivitySid", true)]);
    /// ```
    pub fn required(self, name: FilterName) -> Self {
        self.with(name, true)
    }

    /// Adds a field that a request can have.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::{FilterName, PolicyFilter};
    ///
    /// let filter = PolicyFilter::new().optional(FilterName::from_static("Limit"));
    /// assert_eq!(filter.iter().collect::<Vec<_>>(), [("Limit", false)]);
    /// ```
    pub fn optional(self, name: FilterName) -> Self {
        self.with(name, false)
    }

    /// The fields in the order of their names, and whether each is required.
    ///
    /// ```
    /// # extern crate twilio_capability_core as twilio_capability;
    /// use twilio_capability::PolicyFilter;
    ///
    /// let filter = PolicyFilter::new().required("B".parse()?).optional("A".parse()?);
    /// assert_eq!(filter.iter().collect::<Vec<_>>(), [("A", false), ("B", true)]);
    /// # Ok::<(), twilio_capability::StringError>(())
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = (&str, bool)> {
        self.0.iter().map(|(name, required)| (name.as_str(), *required))
    }

    fn with(mut self, name: FilterName, required: bool) -> Self {
        self.0.insert(name, required);
        self
    }

    pub(super) fn write(&self, name: &str, policy: &mut Object<'_>) {
        policy.object(name, |filter| {
            for (name, required) in &self.0 {
                let [optional, is_required] = &*FIELDS;
                filter.value(name.as_str(), if *required { is_required } else { optional });
            }
        });
    }
}

/// The JSON of a field that a request can have, and of one that it must have.
static FIELDS: LazyLock<[Value; 2]> =
    LazyLock::new(|| [false, true].map(|required| json!({ REQUIRED: required })));

/// The member of a field that says whether a request must have it.
pub(super) const REQUIRED: &str = "required";
